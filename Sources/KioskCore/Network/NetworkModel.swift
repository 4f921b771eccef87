/// A neural network as a TensorFlow Lite file holds it: tensors, and the steps that make each of those
/// before it. Only what the face models are made of; every index, size and shape has been checked.
public struct NetworkModel: Sendable {
    /// Numbers in a shape; constants with their place in the file.
    public struct Tensor: Hashable, Sendable {
        /// Its sides, the last one running fastest: pictures are 1 × rows × columns × channels.
        public var shape: [Int]
        /// What its numbers are.
        public var kind: Kind
        /// The bytes of a constant, in the file; nil where a step makes it or it is an input.
        public var data: Range<Int>?

        /// Numbers in all.
        public var count: Int { shape.reduce(1, *) }
    }

    /// What numbers are (schema, `TensorType`).
    public enum Kind: Int, Sendable {
        case float32 = 0
        case float16 = 1
        case int32 = 2

        /// Bytes a number.
        public var size: Int { self == .float16 ? 2 : 4 }
    }

    /// A window that slides over a picture.
    public struct Window: Hashable, Sendable {
        /// Its columns and rows.
        public var kernel: Size
        /// How far it moves each time.
        public var stride: Size
        /// Whether the picture is padded with zeros so that the result has as many places as strides.
        public var isSame: Bool
    }

    /// What a step does.
    public enum Operation: Hashable, Sendable {
        /// Input, filter (out × rows × columns × in), bias; negative results cut off where `isCut`.
        case convolution(Window, isCut: Bool)
        /// Input, filter (1 × rows × columns × channels), bias.
        case depthwise(Window, isCut: Bool)
        /// The greatest of each window.
        case maxPool(Window)
        /// The sum of two.
        case add(isCut: Bool)
        /// Negative numbers become 0.
        case cut
        /// Input, slopes: negative numbers of each channel are multiplied by its slope.
        case prelu
        /// Zeros around, so many before and after each side.
        case pad(before: [Int], after: [Int])
        /// Linear between neighbours, to the result's size.
        case resize(alignsCorners: Bool, isHalfPixel: Bool)
        /// The same numbers in another shape.
        case reshape
        /// One behind the other along a side.
        case join(axis: Int)
        /// Constants of 16 bits become 32.
        case widen
    }

    /// One step.
    public struct Step: Hashable, Sendable {
        /// What is done.
        public var operation: Operation
        /// To which tensors.
        public var inputs: [Int]
        /// And which one it makes.
        public var output: Int
    }

    /// The file.
    public let bytes: [UInt8]
    /// All tensors.
    public let tensors: [Tensor]
    /// All steps, each after those that make its inputs.
    public let steps: [Step]
    /// The tensors that are given.
    public let inputs: [Int]
    /// The tensors that are wanted.
    public let outputs: [Int]

    /// The network in a file's bytes.
    ///
    /// - Throws: what is wrong with them.
    public init(parsing bytes: [UInt8]) throws(NetworkFault) {
        let file = try TFLiteFile(bytes)
        try self.init(
            bytes: bytes, tensors: file.tensors, steps: file.steps, inputs: file.inputs,
            outputs: file.outputs)
    }

    /// A network of these parts, whose indices are tensors'.
    ///
    /// - Throws: what cannot be run.
    init(
        bytes: [UInt8], tensors: [Tensor], steps: [Step], inputs: [Int], outputs: [Int]
    ) throws(NetworkFault) {
        (self.bytes, self.tensors, self.steps) = (bytes, tensors, steps)
        (self.inputs, self.outputs) = (inputs, outputs)
        try checkOrder()
        for step in steps { try check(step) }
    }

    /// A constant of 32-bit integers.
    func integers(_ tensor: Int) throws(NetworkFault) -> [Int] {
        guard let data = tensors[tensor].data, tensors[tensor].kind == .int32 else {
            throw NetworkFault("constant")
        }
        return try TFLiteFile.integers(bytes, data)
    }
}
