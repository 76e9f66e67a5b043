namespace MovieRec.Lambda.Composition;

/// <summary>Thrown if a setting of the function is missing or wrong.</summary>
/// <param name="message">One sentence that says what to set.</param>
internal sealed class SettingException(string message) : Exception(message);
