import CQREncode
public import KioskCore

/// A QR code to be printed, with its quiet zone of four modules (ISO/IEC 18004, 5.3.8).
public struct PrintedCode: Sendable {
    private let matrix: QRMatrix
    private static let quiet = 4
    /// Pixels a module of the picture.
    private static let module = 16

    /// The code of some bytes, at a level that a crumpled card is still read by; nil where they are too many.
    public init?(_ bytes: [UInt8]) {
        guard let matrix = QRMatrix(bytes, level: QR_ECLEVEL_Q) else { return nil }
        self.matrix = matrix
    }

    private var side: Int { matrix.side + 2 * Self.quiet }

    /// The code as a picture.
    public var photo: Photo {
        let pixels = side * Self.module
        var photo = Photo()
        photo.refill(size: Size(width: pixels, height: pixels)) { rgb in
            for place in 0..<pixels * pixels {
                let (column, row) = (place % pixels / Self.module, place / pixels / Self.module)
                let isDark = matrix.isDark(column - Self.quiet, row - Self.quiet)
                for channel in 0..<3 { rgb[3 * place + channel] = isDark ? 0 : 255 }
            }
        }
        return photo
    }

    /// The code as a drawing of 8 cm, with a title below.
    public func svg(titled title: String) -> String {
        let dark = (0..<side * side).filter {
            matrix.isDark($0 % side - Self.quiet, $0 / side - Self.quiet)
        }
        let path = dark.map { "M\($0 % side) \($0 / side)h1v1h-1z" }.joined()
        let text = title.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
        let letters = min(Double(side) / 8, 1.4 * Double(side) / Double(max(1, title.count)) / 1.5)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="80mm" height="96mm" viewBox="0 0 \(side) \(side * 6 / 5)">
            <rect width="100%" height="100%" fill="#fff"/>
            <path d="\(path)" fill="#000"/>
            <text x="50%" y="\(side + side / 12)" text-anchor="middle" font-size="\(letters)" \
            font-family="sans-serif">\(text)</text>
            </svg>

            """
    }
}
