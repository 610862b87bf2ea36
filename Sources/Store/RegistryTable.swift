// Indexes of registries as they were fetched.

package import Model

extension Archive {
  /// Stores the index behind an address, as it came.
  package func rememberIndex(of address: String, _ text: String, health: SourceHealth) throws {
    try connection.transaction {
      try store(health)
      try connection.run(
        """
        INSERT INTO registry_index(source, text) VALUES(?, ?)
        ON CONFLICT(source) DO UPDATE SET text = excluded.text
        """, [.text(address), .text(text)])
    }
  }

  /// The stored index behind an address; `nil` when it has not been fetched yet.
  package func index(of address: String) throws -> String? {
    try connection.rows("SELECT text FROM registry_index WHERE source = ?", [.text(address)]) {
      $0.text(0) ?? ""
    }.first
  }
}
