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

    /// A desktop that can end.
    enum Desktop: CaseIterable {
        case x11, wayland

        /// What a program needs to show itself on it, and how it ends.
        func begin() throws -> (environment: [String: String], end: () -> Void) {
            switch self {
            case .x11:
                let screen = try VirtualScreen()
                return (screen.environment, screen.end)
            case .wayland:
                let screen = try WaylandDisplays()
                return (screen.environment, screen.end)
            }
        }
    }

    @Test(
        "where the desktop ends the counter ends in order, says so, and keeps what was stored",
        arguments: Desktop.allCases)
    func desktopEnds(desktop: Desktop) throws {
        let folder = try TestFolder()
        let (environment, end) = try desktop.begin()
        let running = try Self.open(folder, environment, "--auto", "--fps", "0")
        #expect(running.waits(for: "stored as number 1"), "\(running.errors)")
        end()
        try Self.expectGone(running)
        let log = String(decoding: try folder.bytes("data/kiosk.log"), as: UTF8.self)
        #expect(log.contains("\"closed\""))
        let after = try Program.kiosk("sessions", "show", "day", "--data", "data", in: folder)
        #expect(after.status == 0 && after.output.hasPrefix("1  "), "\(after)")
    }

    @Test(
        "a desktop that ends while a camera is waited for ends that too",
        arguments: Desktop.allCases)
    func desktopEndsEarly(desktop: Desktop) throws {
        let folder = try TestFolder()
        let (environment, end) = try desktop.begin()
        let running = try Self.open(folder, environment, "--camera", "/dev/video-none")
        #expect(running.waits(for: "camera.missing"), "\(running.errors)")
        end()
        try Self.expectGone(running)
    }

    private static func expectGone(_ running: Running) throws {
        let run = try running.wait()
        #expect(run.status == 69 && run.errors.contains("screen.gone"), "\(run.errors)")
    }

    private static func open(
        _ folder: TestFolder, _ environment: [String: String], _ more: String...
    )
        throws -> Running
    {
        let arguments = ["run", "--screen", "window", "--session", "day", "--data", "data"]
        let camera = more.contains("--camera") ? [] : ["--camera", StudioRecording.lastingCamera]
        return try Program.start(
            Program.kiosk, arguments + camera + more, in: folder, environment: environment)
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
