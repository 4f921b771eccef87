import Foundation
import TestSupport
import TestTraits
import Testing

/// The built program on two displays.
@Suite(.wholeMachine)
struct TwoDisplayTests {
    @Test(
        "each view has its display, F2 changes them, and a display that goes or comes is followed",
        .enabled(if: TwoDisplays.isPossible, "Xorg with its dummy driver needs root"))
    func displays() throws {
        let folder = try TestFolder()
        try folder.write(StudioRecording.settings, to: Program.settings)
        let screen = try TwoDisplays()
        let running = try Self.open(folder, screen.environment)
        let stand = { try Self.stand($0, $1, screen, running) }
        try #require(try stand([0], [1280]), "\(running.errors)")
        try screen.press("F2")
        #expect(try stand([1280], [0]))
        let kept = try running.waits {
            try String(decoding: folder.bytes(Program.settings), as: UTF8.self)
                .contains("student_display")
        }
        #expect(kept, "F2 is remembered")
        try screen.plugOut()
        #expect(try stand([0], []), "the operator's view is where there is a display")
        try screen.plugIn()
        #expect(try stand([1280], [0]))
        running.signal(SIGTERM)
        #expect(try running.wait().status == 143)
        let again = try Self.open(folder, screen.environment)
        #expect(try Self.stand([1280], [0], screen, again), "the next day begins as this one ended")
        again.signal(SIGTERM)
        #expect(try again.wait().status == 143)
    }

    @Test(
        "on a Wayland desktop each view has its display, and F2 changes them as often as it is pressed"
    )
    func wayland() throws {
        let folder = try TestFolder()
        try folder.write(StudioRecording.settings, to: Program.settings)
        let screen = try WaylandDisplays()
        let running = try Self.open(folder, screen.environment)
        // The operator's view begins with a dark line, the student's with the sentence's ground.
        let operators = "#0F1216"
        let stand = { (isLeft: Bool) in
            try running.waits {
                let corners = try screen.corners()
                return (corners[0] == operators) == isLeft && (corners[1] == operators) == !isLeft
            }
        }
        try #require(try stand(true), "\(running.errors)")
        try screen.click()
        for isLeft in [false, true, false] {
            try screen.press("F2")
            #expect(try stand(isLeft), "\(running.errors)")
        }
        running.signal(SIGTERM)
        #expect(try running.wait().status == 143)
    }

    @Test("where the compositor ends the counter ends too, says so, and keeps what was stored")
    func compositorEnds() throws {
        let folder = try TestFolder()
        let screen = try WaylandDisplays()
        let running = try Self.open(folder, screen.environment)
        #expect(running.waits(for: "code read"), "\(running.errors)")
        screen.end()
        try Self.expectGone(running, folder)
    }

    @Test("where the X server ends the counter ends too, says so, and keeps what was stored")
    func serverEnds() throws {
        let folder = try TestFolder()
        let screen = try VirtualScreen()
        let running = try Self.open(folder, screen.environment)
        #expect(running.waits(for: "code read"), "\(running.errors)")
        screen.end()
        try Self.expectGone(running, folder)
    }

    private static func expectGone(_ running: Running, _ folder: TestFolder) throws {
        let run = try running.wait()
        #expect(run.status == 69 && run.errors.contains("screen.gone"), "\(run.errors)")
        #expect(
            try String(decoding: folder.bytes("data/kiosk.log"), as: UTF8.self)
                .contains("\"closed\""))
        let after = try Program.kiosk("sessions", "show", "day", "--data", "data", in: folder)
        #expect(after.status == 0, "\(after.errors)")
    }

    private static func open(_ folder: TestFolder, _ environment: [String: String]) throws
        -> Running
    {
        try Program.start(
            Program.kiosk,
            [
                "run", "--screen", "window", "--session", "day", "--data", "data", "--camera",
                "studio:3:2000",
            ], in: folder, environment: environment)
    }

    /// Whether the views come to stand at those columns of the desktop.
    private static func stand(
        _ attendant: [Int], _ student: [Int], _ screen: TwoDisplays, _ running: Running
    ) throws -> Bool {
        try running.waits {
            try screen.columns("^kiosk$") == attendant
                && screen.columns("kiosk: student") == student
        }
    }
}
