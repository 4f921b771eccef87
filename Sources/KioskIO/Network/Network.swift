import CXNNPACK
import KioskCore

/// A neural network on XNNPACK, ready to run. One thread at a time; XNNPACK starts none of its own, since
/// its pool spins, and on a busy machine two threads take longer than one.
struct Network: ~Copyable {
    private let runtime: xnn_runtime_t
    /// The numbers that are given, and those that come out; the runtime writes into them.
    private let input: NetworkBuffer
    private let results: [NetworkBuffer]
    /// For each output the results that make it, one behind the other.
    private let outputs: [[Int]]

    /// Makes a model ready. The model is not needed afterwards.
    ///
    /// - Throws: `face.model` where it needs what XNNPACK does not have, or memory is short.
    static func ready(_ model: NetworkModel) throws(KioskError) -> Network {
        let plan = try NetworkPlan(model)
        var graph = try NetworkGraph.whole(plan)
        let network = Network(try graph.runtime(), plan)
        try network.setUp()
        return network
    }

    private init(_ runtime: xnn_runtime_t, _ plan: NetworkPlan) {
        let model = plan.model
        self.runtime = runtime
        input = NetworkBuffer(count: model.tensors[model.inputs[0]].count)
        results = plan.results.map { NetworkBuffer(count: model.tensors[$0].count) }
        outputs = plan.outputs
    }

    private borrowing func setUp() throws(KioskError) {
        let buffers = [input] + results
        let values = buffers.enumerated().map {
            xnn_external_value(id: UInt32($0), data: UnsafeMutableRawPointer($1.start))
        }
        guard xnn_setup_runtime(runtime, values.count, values) == xnn_status_success else {
            throw KioskError(.faceModel, detail: "setup")
        }
    }

    deinit {
        xnn_delete_runtime(runtime)
        for buffer in [input] + results { buffer.free() }
    }

    /// Fills the input, runs, and gives the outputs, each in the order of its tensor.
    ///
    /// - Throws: `bug` where XNNPACK fails.
    borrowing func run(
        filling fill: (UnsafeMutableBufferPointer<Float>) -> Void
    ) throws(KioskError) -> [[Float]] {
        fill(UnsafeMutableBufferPointer(start: input.start, count: input.count))
        guard xnn_invoke_runtime(runtime) == xnn_status_success else {
            throw KioskError(.bug, "XNNPACK")
        }
        return outputs.map { parts in parts.flatMap { results[$0].numbers } }
    }
}

/// Numbers that XNNPACK reads and writes: it may read a little behind them.
struct NetworkBuffer {
    let start: UnsafeMutablePointer<Float>
    let count: Int

    init(count: Int) {
        self.count = count
        let room = count + Int(XNN_EXTRA_BYTES) / MemoryLayout<Float>.size
        start = .allocate(capacity: room)
        start.initialize(repeating: 0, count: room)
    }

    var numbers: UnsafeBufferPointer<Float> { UnsafeBufferPointer(start: start, count: count) }

    func free() { start.deallocate() }
}
