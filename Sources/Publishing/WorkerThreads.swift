import Dispatch

/// Threads of their own for work that may never end, so that the rest of the program goes on beside
/// it, and a later build too.
final class WorkerThreads: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    // A queue of its own has a thread of its own. One that all shared would have as many threads as
    // there are processors, and work that does not end could take them all.
    DispatchQueue(label: "sitegen.worker").async {
      job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }
}
