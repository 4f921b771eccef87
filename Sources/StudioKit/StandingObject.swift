import KioskCore

/// A thing that reaches into the good crop from its side, behind the student: by index the edge of
/// a poster or a lamp's stand.
struct StandingObject {
    private let size: Size
    private let crop: Rect
    private let side: Double
    private let isPoster: Bool
    private let share: Double
    /// How much of each pixel the student hides, 0 to 255.
    private let hidden: [UInt8]
    private let unit: Double
    /// The row of its lower end, px: a poster hangs down to the shoulders, a stand is hidden by them.
    private let foot: Double

    init(_ fault: FaultDrawing, beside drawing: HeadDrawing) {
        size = fault.studio.size
        crop = fault.studio.goodCrop(fault.goodLook, at: fault.good)
        side = fault.side
        isPoster = fault.index / 2 % 2 == 0
        share = fault.fault.size / 100
        hidden = drawing.coverage(in: fault.studio.size)
        unit = fault.studio.unit
        foot =
            isPoster ? fault.good.eyes.y + 1.2 * fault.good.width : Double(fault.studio.size.height)
    }

    func draw(on canvas: inout Canvas) {
        guard share > 0 else { return }
        let outline = outline(reach: reach)
        if isPoster {
            canvas.fill(outline, StudioColor(122, 44, 40), to: StudioColor(96, 34, 34))
            let margin = outline.prefix(2).map { Point(x: $0.x + side * 3.5 * unit, y: $0.y) }
            canvas.stroke(margin, width: 7 * unit, StudioColor(214, 200, 168))
        } else {
            canvas.fill(outline, StudioColor(46, 48, 52), to: StudioColor(30, 31, 34))
        }
    }

    /// How far it reaches in, px, for the asked share of the crop to be seen of it.
    private var reach: Double {
        var (low, high) = (0.0, Double(crop.width))
        for _ in 0..<14 {
            let middle = (low + high) / 2
            if seenShare(reach: middle) < share { low = middle } else { high = middle }
        }
        return high
    }

    /// From the top along the inner edge, and back outside of the crop.
    private func outline(reach: Double) -> [Point] {
        let edge = side > 0 ? Double(crop.x + crop.width) : Double(crop.x)
        let outside = edge + side * (isPoster ? 190 : 12) * unit
        let top = Double(crop.y) + (isPoster ? 0.12 : 0.03) * Double(crop.height)
        let inner = edge - side * reach
        let narrow = edge - side * reach * (isPoster ? 0.94 : 0.55)
        return [
            Point(x: narrow, y: top), Point(x: inner, y: foot), Point(x: outside, y: foot),
            Point(x: outside, y: top),
        ]
    }

    private func seenShare(reach: Double) -> Double {
        var mask = Canvas(
            size: size, pixels: [UInt8](repeating: 0, count: size.width * size.height * 3))
        mask.fill(outline(reach: reach), StudioColor(255, 255, 255))
        var sum = 0
        for y in crop.y..<crop.y + crop.height {
            for x in crop.x..<crop.x + crop.width {
                let pixel = y * size.width + x
                sum += Int(mask.pixels[pixel * 3]) * (255 - Int(hidden[pixel]))
            }
        }
        return Double(sum) / Double(255 * 255 * crop.width * crop.height)
    }
}
