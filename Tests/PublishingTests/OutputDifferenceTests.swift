import Testing

@testable import Publishing

/// What a build does with a folder follows from what is in it, whichever way that was found out.
@Suite struct OutputDifferenceTests {
  private static let before = ["a/index.html", "a/b/index.html", "c", "d/e.txt", "index.html"]

  @Test(
    "What is known without looking gives the same as what is seen",
    arguments: [
      before,
      before + ["a/b/c/index.html", "new/page/index.html"],
      ["a/index.html", "index.html"],
      ["a/index.html", "a/b", "c/in/a/folder.txt", "d", "index.html"],
      ["other.html"],
    ])
  func sameDifference(after: [String]) {
    let own = OutputManifest(Self.before)
    let folders = Self.before.foldersAbove()
    let present = FolderListing(files: Set(Self.before), folders: folders)
    let seen = OutputDifference(from: present, own: own, to: after)
    let known = OutputDifference(
      from: folders, own: own, adding: after.filter { !Self.before.contains($0) },
      dropping: Self.before.filter { !after.contains($0) })
    #expect(known == seen)
    #expect(own.changed(removing: known.dropped, adding: known.added) == OutputManifest(after))
  }

  @Test("What stands in the way of a file or a folder goes first")
  func placesAreTaken() {
    let difference = OutputDifference(
      from: Self.before.foldersAbove(), own: OutputManifest(Self.before),
      adding: ["c/in/a/folder.txt", "a/b"], dropping: ["c", "a/b/index.html"])
    #expect(difference.obsoleteInTheWay == ["a/b/index.html", "c"])
    #expect(difference.foldersInPlaceOfFiles == ["a/b"])
    #expect(difference.missingFolders == ["c", "c/in", "c/in/a"])
  }

  @Test("A list names each file once, in order, whoever wrote into it")
  func list() {
    #expect(OutputManifest(["b", "a", "b"]).paths == ["a", "b"])
  }
}
