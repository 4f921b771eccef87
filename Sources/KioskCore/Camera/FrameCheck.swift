/// Whether a frame's bytes can be what the driver says they are.
///
/// A driver's word is checked, never believed: `bytesused` may be nothing, a raw frame may be cut
/// short, and a JPEG may be of another size than was agreed.
public struct FrameCheck: Sendable {
    /// What is wrong with a frame.
    public enum Fault: Hashable, Sendable {
        /// There is no byte in it.
        case empty
        /// It has fewer bytes than its format needs.
        case short
        /// It is not what was agreed.
        case foreign
        /// The driver itself says that it is broken.
        case flagged
    }

    private let layout: FrameLayout
    private let least: Int

    /// A check for frames of that layout; nil where the layout cannot be: a row that is longer than
    /// the stride.
    public init?(_ layout: FrameLayout) {
        guard let least = Self.leastBytes(of: layout) else { return nil }
        self.layout = layout
        self.least = least
    }

    /// Bytes that a raw frame needs; 1 for compressed formats.
    private static func leastBytes(of layout: FrameLayout) -> Int? {
        if let raw = RawFormat(layout.format) { return RawPlanes(layout, raw)?.count }
        let bits = layout.format.bitsToConvert ?? 0
        return max(1, layout.size.width * layout.size.height * bits / 8)
    }

    /// What is wrong with these bytes; nil where nothing can be told against them. A JPEG that is
    /// cut short has a whole header: the decoder's warnings find it.
    public func fault(in bytes: UnsafeRawBufferPointer) -> Fault? {
        guard !bytes.isEmpty else { return .empty }
        guard layout.format.isMotionJPEG else { return bytes.count < least ? .short : nil }
        guard let size = JPEGHeader.size(in: bytes) else { return .foreign }
        return size == layout.size ? nil : .foreign
    }
}
