/// What is behind a head.
public enum Background: Sendable {
    /// A backdrop: one surface of one colour.
    case even(BackdropModel)
    /// None: a room, a street, people. How much of what is beside the head is not of one colour, percent.
    case busy(Double)
    /// Too little of it is in the picture to tell.
    case unseen

    /// What is beside a head, in px of the picture.
    public init(_ photo: Photo, about head: HeadGeometry) {
        let samples = BackdropModel.samples(photo, about: head)
        guard samples.count >= 40 else {
            self = .unseen
            return
        }
        if let model = BackdropModel(samples) {
            self = .even(model)
        } else {
            self = .busy(BackdropModel.strays(samples))
        }
    }

    /// The backdrop; nil where there is none or it is not seen.
    public var model: BackdropModel? {
        if case .even(let model) = self { model } else { nil }
    }
}
