import Content
package import SiteModel

extension SitePublisher {
  /// The configuration, with what the options put over it.
  package func configuration() -> (SiteConfiguration, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var digest = Fingerprint("configuration")
    let configuration = readConfiguration(&diagnostics, &digest)
    return (configuration, diagnostics)
  }

  /// Looks at the output folder, and keeps builds away from it for as long as `use` goes on.
  ///
  /// - Returns: Nil with what is wrong if the folder holds no publication that readers may see.
  package func withOutput<Value>(
    for baseURL: BaseURL, _ use: ([PublishedFile]) async -> Value
  ) async -> (Value?, [Diagnostic]) {
    let folder = options.output
    guard FileKind(ofFile: "\(folder)/\(OutputManifest.name)") == .file else {
      return (nil, [InspectionMessage.isMissing(folder)])
    }
    let locking = await lockOutput()
    guard let lock = locking.value else { return (nil, locking.diagnostics) }
    defer { lock.release() }
    let inspection = await inspectOutput(wanting: BuiltEdition(options, for: baseURL))
    if !inspection.diagnostics.isEmpty { return (nil, inspection.diagnostics) }
    return (await use(inspection.files), [])
  }

  private func inspectOutput(wanting edition: BuiltEdition) async -> OutputInspection {
    var inspection = OutputInspection()
    do throws(SystemError) {
      let folder = try OpenFolder(options.output)
      let cache = cacheFile?.read().value ?? BuildCache()
      if let doubt = await doubt(about: folder, cache, wanting: edition) {
        inspection.diagnostics.append(doubt)
        return inspection
      }
      let paths = OutputManifest(in: folder).paths
      let files = await paths.concurrentMap(jobs: options.jobs) { path in
        folder.contents(of: path).map {
          PublishedFile(path: path, size: $0.count, digest: Fingerprint(of: $0).value)
        }
      }
      inspection.files = files.compactMap(\.self)
      let lost = zip(paths, files).filter { $0.1 == nil }.map(\.0)
      if !lost.isEmpty {
        inspection.diagnostics.append(InspectionMessage.wasChanged(lost, in: options.output))
      }
    } catch {
      inspection.diagnostics.append(InspectionMessage.isMissing(options.output))
    }
    return inspection
  }

  /// Why a folder does not hold what a build would write now, the plainest reason first.
  private func doubt(
    about folder: OpenFolder, _ cache: BuildCache, wanting edition: BuiltEdition
  ) async -> Diagnostic? {
    let name = options.output
    if name.hasSuffix(Self.previewFolder) { return InspectionMessage.isPreview(name) }
    if folder.stamp(ofFolder: OutputFolder.stagingFolder) != nil {
      return InspectionMessage.isUnfinished(name)
    }
    guard cache.outputFolder == name, !cache.sources.isEmpty else {
      return InspectionMessage.isUnknown(name)
    }
    guard let summary = cache.summary else { return InspectionMessage.hasFailed(name) }
    if let difference = summary.edition.difference(from: edition) {
      return InspectionMessage.wasBuilt(difference, name)
    }
    let changed = changedSources(since: cache)
    if !changed.isEmpty { return InspectionMessage.isOlder(name, than: changed) }
    guard summary.firstInstant <= options.now, options.now < summary.firstInstantAfter else {
      return InspectionMessage.isDue(name)
    }
    let damaged = await cache.outputs.concurrentMap(jobs: options.jobs) { record in
      folder.stamp(of: record.path) == record.stamp ? nil : record.path
    }.compactMap(\.self)
    return damaged.isEmpty ? nil : InspectionMessage.wasChanged(damaged, in: name)
  }

  /// Sources that are new, other than they were, or gone.
  private func changedSources(since cache: BuildCache) -> [String] {
    let stamps = reader.list().stamps
    let known = Set(cache.sources.map(\.path))
    let changed = cache.sources.filter { stamps[$0.path] != $0.stamp }.map(\.path)
    return changed + stamps.keys.filter { !known.contains($0) }.sorted()
  }

  /// Where `sitegen serve` builds, in the project.
  private static let previewFolder = ".sitegen/preview"
}
