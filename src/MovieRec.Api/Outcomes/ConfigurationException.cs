namespace MovieRec.Api.Outcomes;

/// <summary>Thrown if a program cannot go on with what the operator gave it: a setting, a file, a database, an installation.</summary>
/// <param name="message">One sentence for the operator that names the thing and says what to do.</param>
/// <param name="innerException">Cause, if another exception revealed it.</param>
public sealed class ConfigurationException(string message, Exception? innerException = null) : Exception(message, innerException);
