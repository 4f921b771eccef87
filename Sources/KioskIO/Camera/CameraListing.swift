public import KioskCore

/// What is known of one camera of this machine, for people and scripts.
public struct CameraListing: Sendable {
    /// Its present node: `/dev/video0`.
    public let path: String
    /// Names that stay when it is plugged in again: `/dev/kiosk-camera`, `/dev/v4l/by-id/…`.
    public let stableNames: [String]
    /// What the driver says it is.
    public let card: String
    /// Which driver that is.
    public let driver: String
    /// Where it is plugged in.
    public let bus: String
    /// USB vendor, product and serial number, joined by colons; nil where it is no USB camera.
    public let usb: String?
    /// Every mode on offer.
    public let offers: [CameraOffer]
    /// The mode that a portrait would be taken in, or why there is none.
    public let choice: Result<CameraOffer, KioskError>
    /// Every control.
    public let controls: [CameraControl]

    /// The cameras of this machine, by number. A node that is none, or cannot be opened, is left
    /// out; why stands in `refused`.
    ///
    /// - Parameter choice: how a mode is chosen.
    public static func all(_ choice: CameraChoice) -> (
        cameras: [CameraListing], refused: [KioskError]
    ) {
        var (cameras, refused): ([CameraListing], [KioskError]) = ([], [])
        for node in CameraNode.all() {
            do throws(KioskError) {
                cameras.append(try CameraListing(node, choice))
            } catch {
                if error.code != .cameraFormat { refused.append(error) }
            }
        }
        return (cameras, refused)
    }

    private init(_ node: CameraNode, _ choice: CameraChoice) throws(KioskError) {
        let device = try CameraDevice(path: node.path)
        path = node.path
        stableNames =
            node.links(in: "/dev").filter { $0 != node.path }
            + ["by-id", "by-path"].flatMap { node.links(in: "/dev/v4l/\($0)") }
        (card, driver, bus) = (device.card, device.driver, device.bus)
        usb = node.usb.map { [$0.vendor, $0.product, $0.serial].compactMap { $0 } }
            .map { $0.joined(separator: ":") }
        offers = device.offers()
        controls = device.controls()
        do throws(KioskError) {
            self.choice = .success(try choice.best(of: offers, camera: node.path))
        } catch {
            self.choice = .failure(error)
        }
    }
}
