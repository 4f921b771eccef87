import CXNNPACK
import KioskCore

/// XNNPACK's picture of a model while it is made ready: constants, values, nodes.
struct NetworkGraph: ~Copyable {
    private let graph: xnn_subgraph_t
    private let model: NetworkModel
    /// Constants as 32-bit numbers; XNNPACK packs copies of them.
    private var constants: [NetworkBuffer] = []
    /// XNNPACK's number of each tensor.
    private var values: [UInt32?]

    /// A model with all its steps.
    ///
    /// - Throws: `face.model`.
    static func whole(_ plan: NetworkPlan) throws(KioskError) -> NetworkGraph {
        var graph = NetworkGraph(try empty(plan), plan.model)
        try graph.defineAll(plan)
        return graph
    }

    private static func empty(_ plan: NetworkPlan) throws(KioskError) -> xnn_subgraph_t {
        var created: xnn_subgraph_t?
        guard xnn_initialize(nil) == xnn_status_success,
            xnn_create_subgraph(UInt32(1 + plan.results.count), 0, &created)
                == xnn_status_success, let created
        else { throw KioskError(.faceModel, detail: "XNNPACK") }
        return created
    }

    private init(_ graph: xnn_subgraph_t, _ model: NetworkModel) {
        (self.graph, self.model) = (graph, model)
        values = model.tensors.map { _ in nil }
    }

    private mutating func defineAll(_ plan: NetworkPlan) throws(KioskError) {
        try define(model.inputs[0], external: 0, UInt32(XNN_VALUE_FLAG_EXTERNAL_INPUT))
        for (index, tensor) in plan.results.enumerated() {
            try define(tensor, external: UInt32(index + 1), UInt32(XNN_VALUE_FLAG_EXTERNAL_OUTPUT))
        }
        for step in model.steps { try add(step) }
    }

    deinit {
        xnn_delete_subgraph(graph)
        for constant in constants { constant.free() }
    }

    /// What runs it.
    ///
    /// - Throws: `face.model`.
    mutating func runtime() throws(KioskError) -> xnn_runtime_t {
        var runtime: xnn_runtime_t?
        try check(xnn_create_runtime_v2(graph, nil, 0, &runtime), "runtime")
        guard let runtime else { throw KioskError(.faceModel, detail: "runtime") }
        return runtime
    }

    private func check(_ status: xnn_status, _ what: String) throws(KioskError) {
        guard status == xnn_status_success else { throw KioskError(.faceModel, detail: what) }
    }

    // MARK: values

    private mutating func define(
        _ tensor: Int, external: UInt32 = UInt32.max, _ flags: UInt32 = 0,
        shape: [Int]? = nil, data: NetworkBuffer? = nil
    ) throws(KioskError) {
        let sides = shape ?? model.tensors[tensor].shape
        var value: UInt32 = 0
        try check(
            xnn_define_tensor_value(
                graph, xnn_datatype_fp32, sides.count, sides, data?.start, external, flags, &value),
            "value")
        values[tensor] = value
    }

    /// The number of a tensor that a step reads or makes.
    private mutating func value(_ tensor: Int) throws(KioskError) -> UInt32 {
        if let value = values[tensor] { return value }
        try define(tensor)
        return values[tensor] ?? UInt32.max
    }

    /// The number of a constant.
    private mutating func constant(
        _ tensor: Int, shape: [Int]? = nil
    ) throws(KioskError) -> UInt32 {
        if let value = values[tensor] { return value }
        let widening = model.steps.first { $0.output == tensor && $0.isWidening }
        guard let numbers = model.numbers(widening?.inputs[0] ?? tensor) else {
            throw KioskError(.faceModel, detail: "constant")
        }
        let buffer = NetworkBuffer(count: numbers.count)
        buffer.start.update(from: numbers, count: numbers.count)
        constants.append(buffer)
        try define(tensor, shape: shape, data: buffer)
        return values[tensor] ?? UInt32.max
    }

    // MARK: steps

    private mutating func add(_ step: NetworkModel.Step) throws(KioskError) {
        switch step.operation {
        case .convolution(let window, let isCut): try addConvolution(step, window, isCut)
        case .depthwise(let window, let isCut): try addDepthwise(step, window, isCut)
        case .maxPool(let window): try addMaxPool(step, window)
        case .add(let isCut):
            try check(
                xnn_define_add2(
                    graph, least(isCut), .infinity, value(step.inputs[0]), value(step.inputs[1]),
                    value(step.output), 0), "add")
        case .cut:
            try check(
                xnn_define_clamp(
                    graph, 0, .infinity, value(step.inputs[0]), value(step.output), 0), "clamp")
        case .prelu:
            let slopes = [model.tensors[step.inputs[1]].count]
            try check(
                xnn_define_prelu(
                    graph, value(step.inputs[0]), constant(step.inputs[1], shape: slopes),
                    value(step.output), 0), "prelu")
        case .pad(let before, let after):
            try check(
                xnn_define_static_constant_pad(
                    graph, before, after, 0, value(step.inputs[0]), value(step.output), 0), "pad")
        case .resize(let alignsCorners, let isHalfPixel):
            try addResize(step, alignsCorners, isHalfPixel)
        case .reshape:
            let shape = model.tensors[step.output].shape
            try check(
                xnn_define_static_reshape(
                    graph, shape.count, shape, value(step.inputs[0]), value(step.output), 0),
                "reshape")
        case .join, .widen: break
        }
    }

    private func least(_ isCut: Bool) -> Float { isCut ? 0 : -.infinity }

    private func flags(_ window: NetworkModel.Window) -> UInt32 {
        window.isSame ? UInt32(XNN_FLAG_TENSORFLOW_SAME_PADDING) : 0
    }

    private mutating func addConvolution(
        _ step: NetworkModel.Step, _ window: NetworkModel.Window, _ isCut: Bool
    ) throws(KioskError) {
        let filter = model.tensors[step.inputs[1]].shape
        try check(
            xnn_define_convolution_2d(
                graph, 0, 0, 0, 0, UInt32(window.kernel.height), UInt32(window.kernel.width),
                UInt32(window.stride.height), UInt32(window.stride.width), 1, 1, 1, filter[3],
                filter[0], least(isCut), .infinity, value(step.inputs[0]),
                constant(step.inputs[1]), constant(step.inputs[2]), value(step.output),
                flags(window)), "convolution")
    }

    private mutating func addDepthwise(
        _ step: NetworkModel.Step, _ window: NetworkModel.Window, _ isCut: Bool
    ) throws(KioskError) {
        let filter = model.tensors[step.inputs[1]].shape
        try check(
            xnn_define_depthwise_convolution_2d(
                graph, 0, 0, 0, 0, UInt32(window.kernel.height), UInt32(window.kernel.width),
                UInt32(window.stride.height), UInt32(window.stride.width), 1, 1, 1, filter[3],
                least(isCut), .infinity, value(step.inputs[0]), constant(step.inputs[1]),
                constant(step.inputs[2]), value(step.output), flags(window)), "depthwise")
    }

    private mutating func addMaxPool(
        _ step: NetworkModel.Step, _ window: NetworkModel.Window
    ) throws(KioskError) {
        try check(
            xnn_define_max_pooling_2d(
                graph, 0, 0, 0, 0, UInt32(window.kernel.height), UInt32(window.kernel.width),
                UInt32(window.stride.height), UInt32(window.stride.width), 1, 1, -.infinity,
                .infinity, value(step.inputs[0]), value(step.output), flags(window)), "pool")
    }

    private mutating func addResize(
        _ step: NetworkModel.Step, _ alignsCorners: Bool, _ isHalfPixel: Bool
    ) throws(KioskError) {
        let shape = model.tensors[step.output].shape
        let flags =
            alignsCorners
            ? XNN_FLAG_ALIGN_CORNERS : isHalfPixel ? 0 : XNN_FLAG_TENSORFLOW_LEGACY_MODE
        try check(
            xnn_define_static_resize_bilinear_2d(
                graph, shape[1], shape[2], value(step.inputs[0]), value(step.output),
                UInt32(flags)), "resize")
    }
}
