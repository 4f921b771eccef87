/// A TensorFlow Lite file taken apart, by the numbers of its schema (version 3).
struct TFLiteFile {
    var tensors: [NetworkModel.Tensor] = []
    var steps: [NetworkModel.Step] = []
    var inputs: [Int] = []
    var outputs: [Int] = []
    private let bytes: [UInt8]
    private var codes: [Int] = []

    /// More of either has no model of ours, and what they cost is not worth the look.
    private static let most = 4096
    private static let mostNumbers = 1 << 26

    init(_ bytes: [UInt8]) throws(NetworkFault) {
        self.bytes = bytes
        guard bytes.count > 8, bytes[4..<8].elementsEqual("TFL3".utf8) else {
            throw NetworkFault("no TFL3")
        }
        let model = try FlatBytes(bytes: bytes).root
        let graphs = try model.tables(2)
        guard graphs.count == 1 else { throw NetworkFault("graphs") }
        codes = try Self.codes(model)
        try readTensors(of: graphs[0], try model.tables(4))
        inputs = try indices(graphs[0].integers(1))
        outputs = try indices(graphs[0].integers(2))
        try readSteps(of: graphs[0])
    }

    /// What each operator code stands for: older files have the first field alone.
    private static func codes(_ model: FlatTable) throws(NetworkFault) -> [Int] {
        var codes: [Int] = []
        for code in try model.tables(1) {
            codes.append(max(try code.number(0, Int8.self), try code.number(3, Int32.self)))
        }
        return codes
    }

    private mutating func readTensors(
        of graph: FlatTable, _ buffers: [FlatTable]
    ) throws(NetworkFault) {
        let tables = try graph.tables(0)
        guard tables.count <= Self.most else { throw NetworkFault("tensors") }
        for table in tables {
            guard let kind = NetworkModel.Kind(rawValue: try table.number(1, Int8.self)) else {
                throw NetworkFault("type")
            }
            guard try table.table(6) == nil else { throw NetworkFault("sparse") }
            let shape = try table.integers(0)
            let buffer = try table.number(2, UInt32.self)
            guard buffer < buffers.count else { throw NetworkFault("buffer") }
            let data = try buffers[buffer].bytes(0).flatMap { $0.isEmpty ? nil : $0 }
            try tensors.append(checked(.init(shape: shape, kind: kind, data: data)))
        }
    }

    private func checked(
        _ tensor: NetworkModel.Tensor
    ) throws(NetworkFault) -> NetworkModel.Tensor {
        guard tensor.shape.count <= 4, tensor.shape.allSatisfy({ 1...Self.mostNumbers ~= $0 })
        else {
            throw NetworkFault("shape")
        }
        var count = 1
        for side in tensor.shape {
            count *= side
            guard count <= Self.mostNumbers else { throw NetworkFault("size") }
        }
        if let data = tensor.data, data.count != count * tensor.kind.size {
            throw NetworkFault("data")
        }
        return tensor
    }

    private func indices(_ numbers: [Int]) throws(NetworkFault) -> [Int] {
        guard numbers.allSatisfy({ tensors.indices.contains($0) }) else {
            throw NetworkFault("index")
        }
        return numbers
    }

    private mutating func readSteps(of graph: FlatTable) throws(NetworkFault) {
        let tables = try graph.tables(3)
        guard tables.count <= Self.most else { throw NetworkFault("steps") }
        for table in tables {
            let code = try table.number(0, UInt32.self)
            guard code < codes.count else { throw NetworkFault("operator") }
            let inputs = try indices(table.integers(1))
            let outputs = try indices(table.integers(2))
            guard outputs.count == 1 else { throw NetworkFault("outputs") }
            let operation = try operation(codes[code], inputs, try table.table(4))
            steps.append(.init(operation: operation, inputs: inputs, output: outputs[0]))
        }
    }

    /// The schema's `BuiltinOperator`, each with its options and what it needs.
    private func operation(
        _ code: Int, _ inputs: [Int], _ options: FlatTable?
    ) throws(NetworkFault) -> NetworkModel.Operation {
        switch code {
        case 0: return .add(isCut: try isCut(options, 0))
        case 2: return .join(axis: try options?.number(0, Int32.self) ?? 0)
        case 3:
            guard inputs.count == 3 else { throw NetworkFault("convolution") }
            try checkDilation(options, 4, 5)
            return .convolution(
                try window(options, kernelOf: inputs[1]), isCut: try isCut(options, 3))
        case 4:
            guard inputs.count == 3 else { throw NetworkFault("depthwise") }
            try checkDilation(options, 5, 6)
            return .depthwise(
                try window(options, kernelOf: inputs[1]), isCut: try isCut(options, 4))
        case 6: return .widen
        case 17: return .maxPool(try poolWindow(options))
        case 19: return .cut
        case 22: return .reshape
        case 23:
            return .resize(
                alignsCorners: try options?.number(2, UInt8.self) == 1,
                isHalfPixel: try options?.number(3, UInt8.self) == 1)
        case 34: return try pad(inputs)
        case 54: return .prelu
        default: throw NetworkFault("operator \(code)")
        }
    }

    /// `ActivationFunctionType`: 0 none, 1 cuts at 0; others no model of ours has.
    private func isCut(_ options: FlatTable?, _ field: Int) throws(NetworkFault) -> Bool {
        let activation = try options?.number(field, Int8.self) ?? 0
        guard 0...1 ~= activation else { throw NetworkFault("activation") }
        return activation == 1
    }

    private func checkDilation(
        _ options: FlatTable?, _ across: Int, _ down: Int
    ) throws(NetworkFault) {
        let dilations = (
            try options?.number(across, Int32.self, else: 1),
            try options?.number(down, Int32.self, else: 1)
        )
        guard dilations.0 ?? 1 == 1, dilations.1 ?? 1 == 1 else { throw NetworkFault("dilation") }
    }

    /// The window of a filter: its second and third sides are rows and columns.
    private func window(
        _ options: FlatTable?, kernelOf filter: Int
    ) throws(NetworkFault) -> NetworkModel.Window {
        let shape = tensors[filter].shape
        guard shape.count == 4 else { throw NetworkFault("filter") }
        return try window(options, kernel: Size(width: shape[2], height: shape[1]))
    }

    private func poolWindow(_ options: FlatTable?) throws(NetworkFault) -> NetworkModel.Window {
        let kernel = Size(
            width: try options?.number(3, Int32.self) ?? 0,
            height: try options?.number(4, Int32.self) ?? 0)
        return try window(options, kernel: kernel)
    }

    private func window(
        _ options: FlatTable?, kernel: Size
    ) throws(NetworkFault) -> NetworkModel.Window {
        let stride = Size(
            width: try options?.number(1, Int32.self) ?? 0,
            height: try options?.number(2, Int32.self) ?? 0)
        let sides = [kernel.width, kernel.height, stride.width, stride.height]
        guard sides.allSatisfy({ 1...64 ~= $0 }) else { throw NetworkFault("window") }
        return .init(
            kernel: kernel, stride: stride, isSame: try options?.number(0, Int8.self) ?? 0 == 0)
    }

    /// The second input has a row for each side: before, after.
    private func pad(_ inputs: [Int]) throws(NetworkFault) -> NetworkModel.Operation {
        guard inputs.count == 2, let data = tensors[inputs[1]].data,
            tensors[inputs[1]].kind == .int32
        else { throw NetworkFault("pad") }
        let numbers = try Self.integers(bytes, data)
        guard numbers.count.isMultiple(of: 2), numbers.allSatisfy({ 0...4096 ~= $0 }) else {
            throw NetworkFault("pad")
        }
        let sides = 0..<numbers.count / 2
        return .pad(
            before: sides.map { numbers[2 * $0] }, after: sides.map { numbers[2 * $0 + 1] })
    }

    static func integers(_ bytes: [UInt8], _ data: Range<Int>) throws(NetworkFault) -> [Int] {
        let file = FlatBytes(bytes: bytes)
        var numbers: [Int] = []
        for place in stride(from: data.lowerBound, to: data.upperBound - 3, by: 4) {
            numbers.append(Int(try file.number(Int32.self, at: place)))
        }
        return numbers
    }
}
