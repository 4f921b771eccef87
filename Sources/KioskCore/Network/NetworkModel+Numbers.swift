extension NetworkModel {
    /// A constant's numbers, of 16 or 32 bits; nil where it is none.
    public func numbers(_ tensor: Int) -> [Float]? {
        guard let data = tensors[tensor].data else { return nil }
        let count = tensors[tensor].count
        return bytes.withUnsafeBytes { bytes in
            switch tensors[tensor].kind {
            case .float32:
                (0..<count).map { index in
                    Float(
                        bitPattern: UInt32(
                            littleEndian: bytes.loadUnaligned(
                                fromByteOffset: data.lowerBound + 4 * index, as: UInt32.self)))
                }
            case .float16:
                (0..<count).map { index in
                    Self.wide(
                        UInt16(
                            littleEndian: bytes.loadUnaligned(
                                fromByteOffset: data.lowerBound + 2 * index, as: UInt16.self)))
                }
            case .int32: nil
            }
        }
    }

    /// A number of 16 bits (IEEE 754, binary16) as one of 32.
    static func wide(_ half: UInt16) -> Float {
        let sign: Float = half & 0x8000 == 0 ? 1 : -1
        let exponent = Int(half >> 10 & 0x1F)
        let fraction = Float(half & 0x3FF) / 1024
        switch exponent {
        case 0: return sign * fraction * 0x1p-14
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default:
            return sign * (1 + fraction)
                * Float(sign: .plus, exponent: exponent - 15, significand: 1)
        }
    }
}
