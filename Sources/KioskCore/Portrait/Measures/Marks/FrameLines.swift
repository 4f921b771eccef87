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
            return isEven(pixels.suffix(3 * width)) || columns.contains { runs($0, width, rows, 1) }
                || lines.contains { runs($0 * width, 1, width, width) }
        }
    }

    /// Whether a row has one colour: the lowest one shows a body, which has not.
    private static func isEven(_ row: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        (0..<3).allSatisfy { channel in
            let codes = stride(from: row.startIndex + channel, to: row.endIndex, by: 3).map {
                row[$0]
            }
            return (codes.max() ?? 0) - (codes.min() ?? 0) <= 6
        }
    }
}
