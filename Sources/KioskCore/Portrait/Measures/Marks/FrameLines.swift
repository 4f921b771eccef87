/// A frame about a portrait, or a bar at its edge: a step in the picture that runs straight along a whole edge.
enum FrameLines {
    /// How far from the edge it is looked for, a share of the portrait.
    private static let reach = 0.12
    /// A step between neighbours, levels.
    private static let step = 14
    /// How much of the edge it runs along.
    private static let share = 0.85

    /// Whether there is one.
    ///
    /// - Parameter shoulders: the row under which clothes may hide it at the sides.
    static func isThere(in photo: Photo, shoulders: Int) -> Bool {
        let (width, height) = (photo.width, photo.height)
        let rows = min(max(height / 3, shoulders), height)
        let (across, down) = (Int(reach * Double(width)), Int(reach * 0.6 * Double(height)))
        return photo.pixels.withUnsafeBufferPointer { pixels in
            func runs(_ start: Int, _ along: Int, _ count: Int, _ next: Int) -> Bool {
                let steps = (0..<count).count { place in
                    let at = 3 * (start + along * place)
                    return (0..<3).contains {
                        abs(Int(pixels[at + $0]) - Int(pixels[at + 3 * next + $0])) >= step
                    }
                }
                return Double(steps) >= share * Double(count)
            }
            let columns = Array(0..<across) + Array(width - 1 - across..<width - 1)
            let lines = Array(0..<down) + Array(height - 1 - down..<height - 1)
            return endsInBar(pixels, width) || columns.contains { runs($0, width, rows, 1) }
                || lines.contains { runs($0 * width, 1, width, width) }
        }
    }

    /// How far from the last row a row of the same bar may be, levels: what compression leaves.
    private static let same = 6
    /// How much of a bar's upper edge is a change of colour: what is above may be as white as the bar here and there.
    private static let edgeShare = 0.3

    /// Whether the lowest rows are a bar: of one colour, and above them at once another. Plain clothes that fill the
    /// lowest row have one colour too; above them the wall comes in from the sides, little by little.
    private static func endsInBar(_ pixels: UnsafeBufferPointer<UInt8>, _ width: Int) -> Bool {
        let row = 3 * width
        let last = pixels[(pixels.count - row)...]
        guard isEven(last, beside: last) else { return false }
        var start = pixels.count - row
        while start >= row, isEven(pixels[start - row..<start], beside: last) { start -= row }
        guard start >= row else { return false }
        let steps = (0..<width).count { place in
            (0..<3).contains { channel in
                let at = start + 3 * place + channel
                return abs(Int(pixels[at]) - Int(pixels[at - row])) > same
            }
        }
        return Double(steps) >= edgeShare * Double(width)
    }

    /// Whether a row has one colour, that of another row.
    private static func isEven(
        _ row: Slice<UnsafeBufferPointer<UInt8>>, beside other: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        (0..<3).allSatisfy { channel in
            var (least, most) = (Int.max, Int.min)
            for place in stride(from: channel, to: row.count, by: 3) {
                let (one, two) = (
                    Int(row[row.startIndex + place]), Int(other[other.startIndex + place])
                )
                least = min(least, one, two)
                most = max(most, one, two)
            }
            return most - least <= same
        }
    }
}
