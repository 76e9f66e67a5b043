namespace MovieRec.Api.Outcomes;

/// <summary>Thrown if a setting, file, database or installation of the operator is missing or not valid.</summary>
/// <param name="message">One sentence for the operator that names the thing and says what to do.</param>
/// <param name="innerException">Cause, if another exception revealed it.</param>
public sealed class ConfigurationException(string message, Exception? innerException = null) : Exception(message, innerException);
