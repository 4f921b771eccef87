import KioskCore
import KioskIO

/// What goes to the analyst and what comes back: looks at frames, and shots.
extension Station {
    /// Has a frame looked at, if the analyst is free and the booth wants to know.
    mutating func take(_ frame: borrowing Frame) {
        guard !isBusy, let interest = interest(at: frame.time) else { return }
        var spare = burst.spare()
        post(.observe(frame.captured(reusing: &spare), interest))
    }

    /// Has the shot taken that was asked for, as soon as the analyst is free: it waits for no frame.
    mutating func shootIfWanted() {
        guard !isBusy else { return }
        if isShotWanted, !burst.ranked.isEmpty {
            isShotWanted = false
            asking = burst.ranked
            candidates = Candidates(of: asking)
            post(.shoot(asking))
        } else if isCandidateWanted {
            isCandidateWanted = false
            asking = candidates.next
            post(.shoot(asking))
        }
    }

    private mutating func post(_ job: AnalystJob) {
        isBusy = true
        analyst.post(job)
    }

    /// What to look for in a frame of that time: codes at most `codes.rate` times a second.
    private mutating func interest(at time: FrameTime) -> Booth.Interest? {
        var interest = booth.interest
        if interest.codes, let last = lastCodeLook,
            time.seconds(since: last) < 1 / Double(settings.codesRate) - 0.001
        {
            interest.codes = false
        }
        if interest.codes { lastCodeLook = time }
        return interest.codes || interest.faces ? interest : nil
    }

    /// Takes in what the analyst says.
    ///
    /// - Throws: why its libraries could not be opened.
    mutating func take(
        _ answer: AnalystAnswer, at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        switch answer {
        case .observed(let seen, let frame):
            if lookFaults.worked() { step(.lookWorks, at: seen.time, &operating) }
            if let time = seen.doubtful { drop(time) }
            remember(seen, frame)
            step(.observed(seen), at: seen.time, &operating)
        case .unseen(let error, let frame):
            count(error, at: frame.time, &operating)
            burst.give(back: frame)
        case .shot(let portrait, let frame):
            if let best = asking.first?.frame.time, best != frame.time {
                log.add("doubtful", ["t": .number(best.seconds)])
            }
            candidates.show(frame.time, of: asking)
            // Another of the same posing was taken when the first was.
            shot = (portrait, frame, shot?.takenAt ?? WallClock.now())
            showShot(at: time, &operating)
        case .notShot where shot != nil:
            // Of that candidate there is no portrait: the one before stays.
            candidates.drop(of: asking)
            showShot(at: time, &operating)
        case .notShot(let error):
            day.refused += 1
            if booth.classes.current != nil { try? store.noteRefused() }
            step(.shotRefused(error), at: time, &operating)
        case .failed(let error): throw error
        }
    }

    private mutating func showShot(at time: FrameTime, _ operating: inout some Operating) {
        guard var summary = shot?.portrait.summary else { return }
        summary.candidate = .init(number: candidates.shown, count: candidates.count)
        step(.shotTaken(summary), at: time, &operating)
    }

    /// Counts a look that failed, and tells it where for a while every one has.
    private mutating func count(
        _ error: KioskError, at time: FrameTime, _ operating: inout some Operating
    ) {
        let isLasting = lookFaults.failed(at: time)
        day.unseen = lookFaults.count
        guard isLasting else { return }
        log.add(
            "unseen",
            [
                "t": .number(time.seconds), "error": .name(error.code),
                "looks": .whole(lookFaults.count),
            ])
        let isDamage = error.code.rawValue.hasPrefix("picture.")
        step(
            .lookFailed(isDamage ? KioskError(.cameraDamaged, detail: error.detail) : error),
            at: time, &operating)
    }

    /// A frame that is not like those around it becomes no portrait.
    private mutating func drop(_ time: FrameTime) {
        burst.drop(time)
        log.add("doubtful", ["t": .number(time.seconds)])
    }

    /// Keeps the frame where a portrait could be made of it.
    private mutating func remember(_ seen: Observation, _ frame: CapturedFrame) {
        guard let grade = seen.grade, let head = seen.framing?.head else {
            return burst.give(back: frame)
        }
        burst.take(
            Burst.Shot(frame: frame, head: head, grade: grade, faces: 1 + seen.cutFaces))
    }
}
