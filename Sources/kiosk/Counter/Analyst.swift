import KioskCore
import KioskIO

/// The one worker that looks at frames, so that capture and screen never wait for analysis.
typealias Analyst = Worker<AnalystJob, AnalystAnswer>

/// What a frame is to be looked at for.
enum AnalystJob: Sendable {
    /// Codes, faces or both, for the booth.
    case observe(CapturedFrame, Booth.Interest)
    /// A portrait of the best of these frames, whose one head was found before.
    case shoot([Burst.Shot])
}

/// What came of it.
enum AnalystAnswer: Sendable {
    case observed(Observation, CapturedFrame)
    /// The look failed: a frame that cannot be decoded, or a library that does not work.
    case unseen(KioskError, CapturedFrame)
    /// A portrait and the frame it was made of.
    case shot(Portrait, CapturedFrame)
    case notShot(KioskError)
    /// The libraries could not be opened.
    case failed(KioskError)
}

extension Analyst {
    /// Starts an analyst; its libraries are opened on its own thread.
    convenience init(rule: PortraitRule, lens: CameraLens? = nil) {
        self.init(
            "analyst",
            opening: { () throws(KioskError) in
                try AnalystDesk(rule: rule, lens: lens)
            },
            refusing: { .failed($0) },
            answering: { $0.answer(to: $1) })
    }
}

extension AnalystDesk {
    fileprivate mutating func answer(to job: AnalystJob) -> AnalystAnswer {
        switch job {
        case .observe(let frame, let interest):
            do throws(KioskError) {
                return .observed(try observe(frame, interest), frame)
            } catch {
                return .unseen(error, frame)
            }
        case .shoot(let shots):
            do throws(KioskError) {
                let (portrait, frame) = try portrait(of: shots)
                return .shot(portrait, frame)
            } catch {
                return .notShot(error)
            }
        }
    }

    private mutating func observe(
        _ frame: CapturedFrame, _ interest: Booth.Interest
    ) throws(KioskError) -> Observation {
        try frame.withFrame { frame throws(KioskError) in try observe(frame, interest) }
    }
}
