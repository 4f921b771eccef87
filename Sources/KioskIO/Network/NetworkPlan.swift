import KioskCore

/// What of a model XNNPACK runs and what is done here: it has no joining of tensors in Debian 12, so that the
/// parts of an output are outputs themselves.
struct NetworkPlan {
    let model: NetworkModel
    /// The tensors that come out, in the order of their external numbers, from 1 on.
    private(set) var results: [Int] = []
    /// For each of the model's outputs the results that make it.
    private(set) var outputs: [[Int]] = []

    /// - Throws: `face.model` where a network has several inputs, or joins what is not an output.
    init(_ model: NetworkModel) throws(KioskError) {
        self.model = model
        guard model.inputs.count == 1 else { throw KioskError(.faceModel, detail: "inputs") }
        for output in model.outputs {
            let parts = try parts(of: output)
            outputs.append(parts.map { _ in 0 })
            for (place, part) in parts.enumerated() {
                outputs[outputs.count - 1][place] = index(of: part)
            }
        }
        let joined = Set(model.outputs)
        for step in model.steps {
            if case .join = step.operation, !joined.contains(step.output) {
                throw KioskError(.faceModel, detail: "join")
            }
        }
    }

    private mutating func index(of tensor: Int) -> Int {
        if let known = results.firstIndex(of: tensor) { return known }
        results.append(tensor)
        return results.count - 1
    }

    /// What an output is joined of: parts that lie one behind the other, as all sides before the axis are 1.
    private func parts(of output: Int) throws(KioskError) -> [Int] {
        guard let step = model.steps.first(where: { $0.output == output }),
            case .join(let axis) = step.operation
        else { return [output] }
        guard model.tensors[output].shape[..<axis].allSatisfy({ $0 == 1 }) else {
            throw KioskError(.faceModel, detail: "join")
        }
        return step.inputs
    }
}
