extension StudioFault.Name {
    /// The unit of the fault's size.
    public var unit: String { entry.unit }

    /// What is drawn, in a few words.
    public var explanation: String { entry.what }

    /// The one table of units and words.
    private var entry: (unit: String, what: String) {
        switch self {
        case .tilt: ("°", "head tilted to the picture's right")
        case .turn: ("°", "head turned, + to the picture's right")
        case .nod: ("°", "head nodded, + chin up")
        case .small: ("0…1", "face smaller by that share of its width")
        case .offCentre: ("px", "student to the picture's right, in 1280x720")
        case .shoulders: ("°", "shoulder line sloping, + right lower")
        case .closedEyes: ("0…1", "eyes closed, 0 open")
        case .openMouth: ("0…1", "mouth open, 0 closed")
        case .glare: ("%", "of each lens reflecting the lamp")
        case .bun: ("face widths", "a bun above the crown")
        case .clothes: ("ΔE", "even clothes that far from the backdrop, darker")
        case .backdrop: ("ΔE", "backdrop off its colour")
        case .uneven: ("L*", "backdrop falling across the good crop")
        case .shadow: ("L*", "shadow of the head on the backdrop")
        case .object: ("%", "of the good crop covered by a thing beside the student")
        case .secondPerson: ("0…1", "share of another face at the picture's edge")
        case .cast: ("ΔE", "coloured light on a grey card, + warm, - cold")
        case .exposure: ("%", "of the skin burnt out (+), of light missing (-)")
        case .sideLight: ("%", "less light on one half of the face")
        case .haze: ("%", "of white over the picture")
        case .blur: ("px", "sigma out of focus, in the finished portrait")
        }
    }
}
