// Upper halves of single-byte encodings that the C library does not know.

/// Upper halves of single-byte encodings that the C library does not know.
///
/// Source: Unicode's mappings VENDORS/APPLE/GREEK.TXT and TURKISH.TXT.
enum SingleByteTables {
  /// The 128 characters of the bytes from 0x80; `nil` for an encoding that is not here.
  static func upperHalf(of label: String) -> [Character]? {
    switch label {
    case "macgreek", "mac-greek", "x-mac-greek": greek
    case "macturkish", "mac-turkish", "x-mac-turkish": turkish
    default: nil
    }
  }

  private static let greek = Array(
    "Ä¹²É³ÖÜ΅àâä΄¨çéèêë£™îï•½‰ôö¦€ùûü†ΓΔΘΛΞΠß®©ΣΪ§≠°·Α±≤≥¥ΒΕΖΗΙΚΜΦΫΨΩ"
      + "άΝ¬ΟΡ≈Τ«»…\u{A0}ΥΧΆΈœ–―“”‘’÷ΉΊΌΎέήίόΏύαβψδεφγηιξκλμνοπώρστθωςχυζϊϋΐΰ\u{AD}"
  )
  private static let turkish = Array(
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸĞğİıŞş‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙ\u{F8A0}ˆ˜¯˘˙˚¸˝˛ˇ"
  )
}
