/// Something drawn wrong on purpose, by a size.
public struct StudioFault: Hashable, Sendable {
    /// What can be drawn wrong. Lengths in px are of a 1280×720 picture; "by index" means that the
    /// student's number in the day decides, so that a few students show all sides.
    public enum Name: String, CaseIterable, Sendable {
        /// The head tilts to the picture's right; degrees.
        case tilt
        /// The head turns, positive to the picture's right; degrees of yaw, up to 45.
        case turn
        /// The head nods, positive with the chin up; degrees of pitch, up to 25.
        case nod
        /// The face is smaller; share of its width that is missing.
        case small
        /// The student sits to the picture's right; px in 1280×720.
        case offCentre
        /// The shoulders' line slopes, positive with the picture's right lower; degrees.
        case shoulders
        /// The eyes close; 0 open, 1 closed.
        case closedEyes
        /// The mouth opens; 0 closed, 1 open.
        case openMouth
        /// Glasses reflect the lamp, and whoever has none gets some; % of each lens.
        case glare
        /// A bun stands on the head; face widths above the crown.
        case bun
        /// Clothes, collar included, of one even colour that is darker than the backdrop; their
        /// distance from it, delta E ab.
        case clothes
        /// The backdrop's colour is not the studio's, by index darker, greyer, greener or purpler;
        /// delta E ab.
        case backdrop
        /// The backdrop's brightness falls from one side to the other, by index; L* over the width
        /// of the good crop.
        case uneven
        /// The head's soft shadow lies on the backdrop at one side, by index; L* by which the
        /// backdrop is darker in its core, half a face width wide.
        case shadow
        /// Something that is no backdrop reaches into the good crop beside the student, by index;
        /// % of the crop's area that it covers.
        case object
        /// Another student behind, at the picture's edge, by index; share of that face's width that
        /// is in the picture.
        case secondPerson
        /// The light is coloured, positive warm, negative cold; delta E ab by which a grey card of
        /// L* 60 moves.
        case cast
        /// The picture is too bright or, negative, too dark; % of the face's skin whose luma is 250
        /// or more, or 25 or less.
        case exposure
        /// The light comes from one side, by index; % of light that the darker half of the face
        /// misses.
        case sideLight
        /// Stray light lies over the picture; % of white in it, in linear light.
        case haze
        /// The picture is out of focus; sigma in px of the finished 480×640 portrait.
        case blur
    }
    /// What is wrong.
    public var name: Name
    /// By how much.
    public var size: Double

    /// A fault of that size.
    public init(name: Name, size: Double) {
        self.name = name
        self.size = size
    }
}
