namespace MovieRec.Emulators;

/// <summary>An emulator cannot be started.</summary>
/// <param name="message">One sentence that says what to install.</param>
public sealed class EmulatorException(string message) : Exception(message);
