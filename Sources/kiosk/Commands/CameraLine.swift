import KioskCore
import KioskIO

/// The cameras as one JSON object.
struct CameraReportLine: Encodable {
    let cameras: [CameraLine]
}

struct CameraLine: Encodable {
    struct Mode: Encodable {
        let format: String
        let width: Int
        let height: Int
        let fps: Double
        let chosen: Bool
    }

    struct Control: Encodable {
        let name: String
        let title: String
        let minimum: Int
        let maximum: Int
        let step: Int
        let `default`: Int
        let value: Int?
        let items: [String: String]?
        let readOnly: Bool
    }

    let device: String
    let stableNames: [String]
    let card: String
    let driver: String
    let bus: String
    let usb: String?
    let modes: [Mode]
    let error: String?
    let controls: [Control]

    init(_ camera: CameraListing) {
        device = camera.path
        stableNames = camera.stableNames
        (card, driver, bus, usb) = (camera.card, camera.driver, camera.bus, camera.usb)
        let chosen = try? camera.choice.get()
        modes = camera.offers.map { offer in
            Mode(
                format: "\(offer.format)", width: offer.size.width, height: offer.size.height,
                fps: (offer.rate * 100).rounded() / 100, chosen: offer == chosen)
        }
        if case .failure(let failure) = camera.choice {
            error = failure.code.rawValue
        } else {
            error = nil
        }
        controls = camera.controls.filter { $0.kind != .other }.map(Control.init)
    }
}

extension CameraLine.Control {
    init(_ control: CameraControl) {
        name = control.name
        title = control.title
        (minimum, maximum) = (control.range.lowerBound, control.range.upperBound)
        (step, `default`, value) = (control.step, control.fallback, control.value)
        readOnly = control.isReadOnly
        if case .menu(let list) = control.kind {
            items = Dictionary(uniqueKeysWithValues: list.map { ("\($0.key)", $0.value) })
        } else {
            items = nil
        }
    }
}
