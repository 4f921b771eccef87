/// How far the lips are apart.
enum LipGap {
    /// The gap in percent of the distance from the eyes to the chin (OFIQ's mouth closed, ISO/IEC
    /// 29794-5, takes the same ratio); nil where the mouth leaves the picture.
    ///
    /// A model's inner lips part with beards and thick lips. What counts is what is seen between the
    /// outer ones: no lip is so dark as an open mouth, none so colourless as teeth.
    static func percent(in photo: Photo, _ mesh: FaceMesh) -> Double? {
        let length = Point.middle(mesh.leftEye, mesh.rightEye).distance(to: mesh.chin)
        let (left, right) = (mesh[MeshPoints.innerLip.left].x, mesh[MeshPoints.innerLip.right].x)
        let columns = stride(from: 0.0, through: 1, by: 1.0 / 6).map {
            Int((left + (right - left) * $0).rounded())
        }
        let gaps = columns.compactMap { gap(in: photo, mesh, column: $0, length) }.sorted()
        guard length > 1, gaps.count == columns.count else { return nil }
        return 100 * gaps[gaps.count / 2] / length
    }

    /// The longest stretch of a column, between the outer edges of the lips, that is no lip, px.
    private static func gap(
        in photo: Photo, _ mesh: FaceMesh, column: Int, _ length: Double
    ) -> Double? {
        let x = Double(column)
        let top = Int((edge(MeshPoints.upperLip, mesh, at: x) - 0.01 * length).rounded())
        let bottom = Int((edge(MeshPoints.lowerLip, mesh, at: x) + 0.02 * length).rounded())
        guard column >= 0, column < photo.width, top >= 0, bottom < photo.height, bottom - top >= 4
        else { return nil }
        let line = (top...bottom).compactMap { row in
            photo.codes(at: Point(x: x, y: Double(row))).map(Shade.init)
        }
        let luma = line.map(\.luma).sorted()[line.count * 7 / 10]
        let colour = line.map(\.saturation).sorted()[line.count * 3 / 4]
        // Under 0 is no lip: darker than half of it, or bright with less than 0.45 of its colour
        // (teeth have 0.1 to 0.3 of it, closed lips nowhere less than 0.6).
        return longestRun(
            line.map { shade in
                let dark = shade.luma / luma - 0.5
                guard shade.luma > 0.7 * luma else { return dark }
                return min(dark, shade.saturation / max(colour, 0.02) - 0.45)
            })
    }

    private struct Shade {
        let luma: Double
        /// (max − min) / max of the channels.
        let saturation: Double

        init(_ codes: (red: UInt8, green: UInt8, blue: UInt8)) {
            luma = Double(KioskCore.luma(codes))
            let (most, least) = (
                Double(max(codes.red, codes.green, codes.blue)),
                Double(min(codes.red, codes.green, codes.blue))
            )
            saturation = (most - least) / max(most, 1)
        }
    }

    /// The longest run under 0, its ends to parts of a pixel.
    private static func longestRun(_ line: [Double]) -> Double {
        var best = 0.0
        var start: Double?
        for index in 1..<line.count {
            let (before, here) = (line[index - 1], line[index])
            if before >= 0, here < 0 {
                start = Double(index - 1) + before / (before - here)
            } else if before < 0, here >= 0, let from = start {
                best = max(best, Double(index - 1) - before / (here - before) - from)
                start = nil
            }
        }
        return best
    }

    /// The row of a line of points at a column.
    private static func edge(_ line: [Int], _ mesh: FaceMesh, at x: Double) -> Double {
        for (left, right) in zip(line, line.dropFirst()) where mesh[right].x >= x {
            let span = max(mesh[right].x - mesh[left].x, 1e-6)
            let share = min(max((x - mesh[left].x) / span, 0), 1)
            return mesh[left].y + share * (mesh[right].y - mesh[left].y)
        }
        return mesh[line[line.count - 1]].y
    }
}
