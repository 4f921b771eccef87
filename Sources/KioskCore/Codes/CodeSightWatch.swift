/// Says why no code is read, look by look.
public struct CodeSightWatch: Sendable {
    /// No reader makes anything of smaller modules, px.
    private static let leastModule = 2.0
    /// On a smaller screen a code of version 14, as wide as codes are shown, has smaller modules, px.
    private static let leastScreen = 200
    /// Faster than that, in widths of a code or a phone a second, it is blurred: two thirds of a module in a
    /// thirtieth of a second.
    private static let fastest = 1.0
    /// A larger share of a screen than that is lost in white where a code on it would have left some dark.
    private static let brightShare = 0.97

    private var before: (middles: [Point], at: FrameTime)?

    /// A watch that has seen nothing.
    public init() {}

    /// What is seen.
    ///
    /// - Parameters:
    ///   - reading: what the readers say of the frame; it has no code.
    ///   - marks: what of phones is in view (`PhoneWatch`).
    ///   - image: the frame.
    public mutating func see(
        _ reading: CodeReading, _ marks: [PhoneWatch.Mark], in image: GrayImage, at time: FrameTime
    ) -> CodeSight {
        defer { before = (marks.map(\.middle), time) }
        if reading.isPart { return .part }
        if reading.isContradicted { return .doubtful }
        let corners = CodeCorners(marks)
        if corners?.isCut(by: image.size) == true { return .cut }
        if isFast(marks, at: time) { return .moving }
        if let module = corners?.module {
            return module < Self.leastModule ? .small : .unreadable
        }
        if let screen = marks.compactMap(\.screen).max(by: { $0.width < $1.width }) {
            if min(screen.width, screen.height) < Self.leastScreen { return .small }
            if Self.isWhite(screen, in: image) { return .bright }
        }
        return reading.isFound ? .unreadable : .none
    }

    /// Whether nothing is where anything was: of the corners of a code, now one is seen and now another.
    private func isFast(_ marks: [PhoneWatch.Mark], at time: FrameTime) -> Bool {
        guard let before, time > before.at, !before.middles.isEmpty, !marks.isEmpty else {
            return false
        }
        let seconds = time.seconds(since: before.at)
        return marks.allSatisfy { mark in
            before.middles.allSatisfy { middle in
                abs(mark.middle.x - middle.x) + abs(mark.middle.y - middle.y)
                    > Self.fastest * seconds * mark.width
            }
        }
    }

    private static func isWhite(_ place: Rect, in image: GrayImage) -> Bool {
        let inner = place.inset(min(place.width, place.height) / 8)
        guard inner.width > 0, inner.height > 0 else { return false }
        var white = 0
        for row in inner.y..<inner.maxY {
            for column in inner.x..<inner.maxX
            where image.pixels[row * image.width + column] >= 235 { white += 1 }
        }
        return Double(white) >= brightShare * Double(inner.width * inner.height)
    }
}
