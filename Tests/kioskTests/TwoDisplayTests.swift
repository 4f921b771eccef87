import Foundation
import TestSupport
import TestTraits
import Testing

/// The built program on an X server with two displays.
@Suite(.wholeMachine)
struct TwoDisplayTests {
    @Test(
        "each view has its display, F2 changes them, and a display that goes or comes is followed",
        .enabled(if: TwoDisplays.isPossible, "Xorg with its dummy driver needs root"))
    func displays() throws {
        let folder = try TestFolder()
        try folder.write(StudioRecording.settings, to: Program.settings)
        let screen = try TwoDisplays()
        let running = try Program.start(
            Program.kiosk,
            [
                "run", "--screen", "window", "--session", "day", "--data", "data", "--camera",
                "studio:3:20",
            ], in: folder, environment: screen.environment)
        let stand = { (attendant: [Int], student: [Int]) in
            try running.waits {
                try screen.columns("^kiosk$") == attendant
                    && screen.columns("kiosk: student") == student
            }
        }
        try #require(try stand([0], [1280]), "\(running.errors)")
        try screen.press("F2")
        #expect(try stand([1280], [0]))
        try screen.plugOut()
        #expect(try stand([0], []), "the operator's view is where there is a display")
        try screen.plugIn()
        #expect(try stand([1280], [0]))
        running.signal(SIGTERM)
        #expect(try running.wait().status == 143)
    }
}
