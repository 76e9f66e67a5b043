namespace MovieRec.LocalHost;

/// <summary>The host cannot start as it is set up.</summary>
/// <param name="message">One sentence that says what to set.</param>
public sealed class StartupException(string message) : Exception(message);
