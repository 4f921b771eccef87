/// Finds the highest point of the hair by what the backdrop is not.
public enum HairTop {
    /// The row of the hair's highest substantial run, in pixels of `photo`; nil where the
    /// background is too busy to tell hair from it. 0 where the hair reaches the picture's edge.
    ///
    /// The backdrop is modelled from both sides of the head; what differs from it and hangs
    /// together with the forehead is the head; its highest row that is at least 6 % of the face
    /// wide is the answer, so that a stray strand does not count and a bun does.
    public static func find(in photo: Photo, head: HeadGeometry, before backdrop: BackdropModel)
        -> Double?
    {
        let zone = HeadZone(head: head, in: photo.size)
        guard zone.isUsable else { return nil }
        var mask = ForegroundMask(photo: photo, zone: zone, backdrop: backdrop)
        return mask.highestRun(from: zone.forehead, atLeast: zone.substantial).map(Double.init)
    }
}

/// The part of a picture that the search for hair looks at, by the face's proportions.
struct HeadZone {
    /// Columns that may hold hair.
    let columns: Range<Int>
    /// Rows from the top of the picture (or 2.6 face widths above the eyes) to the eyes.
    let rows: Range<Int>
    /// Columns on both sides that show the backdrop above the shoulders.
    let sides: [Range<Int>]
    /// Where the forehead is.
    let forehead: (x: Int, y: Int)
    /// The least width of a run that counts, px.
    let substantial: Int

    init(head: HeadGeometry, in size: Size) {
        let width = max(1, head.faceWidth)
        func column(_ offset: Double) -> Int {
            min(max(0, Int(head.middle + offset * width)), size.width)
        }
        let eyes = min(max(0, Int(head.eyeLine)), size.height)
        columns = column(-1.0)..<column(1.0)
        rows = max(0, min(eyes, Int(head.eyeLine - 2.6 * width)))..<eyes
        sides = Self.sides(head, size, width).map { column($0.lowerBound)..<column($0.upperBound) }
        forehead = (
            min(max(0, Int(head.middle)), max(0, size.width - 1)),
            max(0, Int(head.eyeLine - 0.3 * width))
        )
        substantial = max(2, Int((0.06 * width).rounded()))
    }

    /// Beside the shoulders' slope and wide hair, but within the picture: in a finished portrait a
    /// wide face leaves a narrow strip each side.
    private static func sides(_ head: HeadGeometry, _ size: Size, _ width: Double)
        -> [Range<Double>]
    {
        let room = [head.middle, Double(size.width) - head.middle].map { $0 / width }
        func from(_ room: Double) -> Double { min(0.85, max(0.6, room - 0.12)) }
        return [-1.9 ..< -from(room[0]), from(room[1])..<1.9]
    }

    var isUsable: Bool {
        rows.count > 8 && columns.count > 16 && sides.map(\.count).reduce(0, +) >= 8
            && rows.contains(forehead.y)
    }
}
