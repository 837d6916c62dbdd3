import Dispatch

/// Threads of their own for work that may never end, so that the rest of the program goes on beside it.
///
/// They have another quality of service than the threads of ordinary tasks, because threads of one
/// quality are limited to the number of processors.
final class WorkerThreads: TaskExecutor {
  private let queue = DispatchQueue(
    label: "sitegen.workers", qos: .userInitiated, attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
