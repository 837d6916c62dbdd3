import Content
import Imaging
import SiteModel

/// The files that were made of pictures, where the cache of images keeps them.
struct EncodedPictures: Sendable {
  /// Nil if none had to be made.
  var cache: ImageCache?
  var keys: [Permalink: ImageKey] = [:]

  func bytes(of permalink: Permalink) -> Result<[UInt8], OutputFailure> {
    guard let key = keys[permalink], let bytes = cache?.bytes(for: key) else {
      return .failure(OutputFailure(diagnostic: PictureMessage.isLost(permalink)))
    }
    return .success(bytes)
  }
}

extension SitePublisher {
  /// Encodes what the publication lacks of the files that are made of pictures, and the cache too.
  ///
  /// Results go into the cache one picture after another, so that they need not be in memory.
  func encodePictures(
    _ plan: OutputPlan, of site: Site, unless failed: Bool
  ) async -> Checked<EncodedPictures> {
    let files = plan.filesToMake.filter(\.isMadeOfPicture)
    guard !failed, !files.isEmpty, let support = EncoderSupport() else {
      return Checked(value: EncodedPictures())
    }
    do throws(SystemError) {
      let maker = RenditionMaker(
        pictures: site.pictures, cards: site.cards, quality: site.configuration.images.quality,
        reader: reader, cache: try ImageCache(options.images), version: support.version)
      let (jobs, keys) = maker.jobs(for: files)
      let smallJobs = jobs.filter { !maker.isLarge($0) }
      // Threads of their own, or the pages would wait until all of them are done.
      var diagnostics = await withTaskExecutorPreference(WorkerThreads()) { [options] in
        await smallJobs.concurrentMap(jobs: options.jobs) { maker.run($0) }
      }
      // One that is very large takes the room that several others may take together.
      diagnostics += jobs.filter { maker.isLarge($0) }.map { maker.run($0) }
      try maker.cache.prune(keeping: maker.allKeys)
      return Checked(
        value: EncodedPictures(cache: maker.cache, keys: keys),
        diagnostics: diagnostics.flatMap(\.self))
    } catch {
      return Checked(value: EncodedPictures(), diagnostics: [OutputMessage.cannotWrite(error)])
    }
  }
}

extension PlannedFile {
  fileprivate var isMadeOfPicture: Bool {
    switch content {
    case .rendition, .card: true
    case .page, .bytes, .feed, .copy, .drawing, .compressed: false
    }
  }
}
