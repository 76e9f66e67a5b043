namespace MovieRec.LocalHost;

/// <summary>Thrown if the host cannot start with its configuration.</summary>
/// <param name="message">One sentence that says what to set.</param>
public sealed class StartupException(string message) : Exception(message);
