import ArgumentParser
import CAllocator

/// The command line: parses options and calls one function for each command.
@main
struct Sitegen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "Builds a news publication out of Markdown articles.",
    discussion: """
      Articles are Markdown files in Content/, the theme is in Templates/, and sitegen.yaml says \
      what the publication is called and where it lives. `sitegen build` writes it to Site/, which \
      any web host can serve as it is; `sitegen serve` shows it while you write.
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, DeployCommand.self,
      NotifyCommand.self, RelatedCommand.self, CleanCommand.self,
    ])

  static func main() async {
    allocator_keep_what_is_freed()
    await main(nil)
  }
}
