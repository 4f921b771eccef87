import ArgumentParser

/// What the machine lab needs of the program itself: its frames, and pictures to show to it.
@main
struct LabTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kiosk-lab",
        abstract: "Prints a camera's frames; draws the pictures that a webcam of the lab shows.",
        subcommands: [FramesCommand.self, PicturesCommand.self])
}
