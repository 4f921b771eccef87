/// That each step can be done with its tensors, and makes the shape that the file says: whoever runs the
/// network trusts these, and memory of one shape is not written in another.
extension NetworkModel {
    /// Each input of a step is given, constant, or made by a step before; each is made once.
    func checkOrder() throws(NetworkFault) {
        var isThere = tensors.map { $0.data != nil }
        for input in inputs {
            guard !isThere[input] else { throw NetworkFault("input") }
            isThere[input] = true
        }
        for step in steps {
            guard step.inputs.allSatisfy({ isThere[$0] }), !isThere[step.output] else {
                throw NetworkFault("order")
            }
            isThere[step.output] = true
        }
        guard !inputs.isEmpty, !outputs.isEmpty, outputs.allSatisfy(isMade) else {
            throw NetworkFault("output")
        }
    }

    /// Whether a step makes a tensor while the network runs.
    private func isMade(_ tensor: Int) -> Bool {
        steps.contains { $0.output == tensor && !$0.isWidening }
    }

    /// The inputs of a step that are given or made while the network runs, and never constants: nothing
    /// would fill them.
    private func flowing(_ step: Step) -> ArraySlice<Int> {
        switch step.operation {
        case .add, .join: step.inputs[...]
        case .widen: []
        default: step.inputs.prefix(1)
        }
    }

    func check(_ step: Step) throws(NetworkFault) {
        guard flowing(step).allSatisfy({ inputs.contains($0) || isMade($0) }) else {
            throw NetworkFault("constant")
        }
        let output = tensors[step.output]
        let shapes = step.inputs.map { tensors[$0].shape }
        guard let shape = try shape(of: step, shapes), shape == output.shape else {
            throw NetworkFault("\(step.operation)".prefix { $0 != "(" } + " shape")
        }
        let kinds = step.inputs.map { tensors[$0].kind }
        guard output.kind == .float32, kinds.first == (step.isWidening ? .float16 : .float32) else {
            throw NetworkFault("kind")
        }
    }

    /// The shape that a step makes; nil where it cannot be done.
    private func shape(of step: Step, _ shapes: [[Int]]) throws(NetworkFault) -> [Int]? {
        guard let first = shapes.first else { return nil }
        switch step.operation {
        case .convolution(let window, _): return convolved(shapes, window, step)
        case .depthwise(let window, _): return depthwise(shapes, window, step)
        case .maxPool(let window): return Self.slid(first, window, channels: first.last)
        case .add: return shapes.count == 2 && shapes[1] == first ? first : nil
        case .cut: return first
        case .prelu: return hasSlopes(shapes, step) ? first : nil
        case .pad(let before, let after):
            guard before.count == first.count else { return nil }
            return first.indices.map { before[$0] + first[$0] + after[$0] }
        case .resize: return try resized(first, step)
        case .reshape:
            let other = tensors[step.output]
            return other.count == tensors[step.inputs[0]].count ? other.shape : nil
        case .join(let axis): return Self.joined(shapes, axis)
        case .widen: return tensors[step.inputs[0]].data == nil ? nil : first
        }
    }

    private func convolved(_ shapes: [[Int]], _ window: Window, _ step: Step) -> [Int]? {
        let (input, filter, bias) = (shapes[0], shapes[1], shapes[2])
        guard input.count == 4, filter[3] == input[3], bias == [filter[0]],
            step.inputs.dropFirst().allSatisfy(isConstant)
        else { return nil }
        return Self.slid(input, window, channels: filter[0])
    }

    private func depthwise(_ shapes: [[Int]], _ window: Window, _ step: Step) -> [Int]? {
        let (input, filter, bias) = (shapes[0], shapes[1], shapes[2])
        guard input.count == 4, filter[0] == 1, filter[3] == input[3], bias == [input[3]],
            step.inputs.dropFirst().allSatisfy(isConstant)
        else { return nil }
        return Self.slid(input, window, channels: input[3])
    }

    /// A constant, or one that was widened from 16 bits.
    private func isConstant(_ tensor: Int) -> Bool {
        tensors[tensor].data != nil && tensors[tensor].kind == .float32
            || steps.contains { $0.output == tensor && $0.isWidening }
    }

    /// The slopes are 1 × 1 × channels.
    private func hasSlopes(_ shapes: [[Int]], _ step: Step) -> Bool {
        shapes.count == 2 && isConstant(step.inputs[1]) && shapes[0].count == 4
            && shapes[1].last == shapes[0][3] && shapes[1].reduce(1, *) == shapes[0][3]
    }

    private static func slid(_ input: [Int], _ window: Window, channels: Int?) -> [Int]? {
        guard input.count == 4, let channels else { return nil }
        func places(_ side: Int, _ kernel: Int, _ stride: Int) -> Int {
            window.isSame ? (side + stride - 1) / stride : (side - kernel) / stride + 1
        }
        guard window.isSame || (input[1] >= window.kernel.height && input[2] >= window.kernel.width)
        else { return nil }
        return [
            input[0], places(input[1], window.kernel.height, window.stride.height),
            places(input[2], window.kernel.width, window.stride.width), channels,
        ]
    }

    private func resized(_ input: [Int], _ step: Step) throws(NetworkFault) -> [Int]? {
        guard input.count == 4, step.inputs.count == 2 else { return nil }
        let sides = try integers(step.inputs[1])
        guard sides.count == 2, sides.allSatisfy({ 1...4096 ~= $0 }) else { return nil }
        return [input[0], sides[0], sides[1], input[3]]
    }

    private static func joined(_ shapes: [[Int]], _ axis: Int) -> [Int]? {
        guard var shape = shapes.first, shape.indices.contains(axis) else { return nil }
        for other in shapes.dropFirst() {
            guard other.count == shape.count,
                shape.indices.allSatisfy({ $0 == axis || other[$0] == shape[$0] })
            else { return nil }
            shape[axis] += other[axis]
        }
        return shape
    }
}

extension NetworkModel.Step {
    /// Whether it makes a constant of 16 bits one of 32.
    public var isWidening: Bool { operation == .widen }
}
