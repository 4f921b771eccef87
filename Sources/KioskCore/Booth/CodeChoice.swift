/// Several codes in view at once: nobody knows whose turn it is.
public struct CodeChoice: Hashable, Sendable {
    /// The codes of the newest look, in the order they came into view.
    public private(set) var codes: [CaptureCode]
    /// Those among them that an earlier look had read too: only these can be picked.
    public private(set) var agreed: [CaptureCode] = []
    /// When more than one code was last in view.
    private(set) var lastSeen: FrameTime
    /// Whether the operator brought them in a picture: they wait for an answer, whatever is in view.
    let isBrought: Bool

    /// The codes of a first look.
    init(_ codes: [CaptureCode], at time: FrameTime, isBrought: Bool = false) {
        self.codes = codes
        self.isBrought = isBrought
        lastSeen = time
    }

    /// Takes another look in. The order stays, so that a number means the same code while the
    /// operator's finger is on its way.
    mutating func see(_ seen: [CaptureCode], at time: FrameTime) {
        let known = Set(codes.map(\.bytes))
        agreed = (agreed + seen.filter { known.contains($0.bytes) }).distinct
        codes = (codes + seen).distinct
        if seen.count > 1 { lastSeen = time }
    }
}

extension [CaptureCode] {
    /// Each content once, in the order of first appearance.
    var distinct: [CaptureCode] {
        reduce(into: []) { kept, code in
            if !kept.contains(where: { $0.bytes == code.bytes }) { kept.append(code) }
        }
    }
}
