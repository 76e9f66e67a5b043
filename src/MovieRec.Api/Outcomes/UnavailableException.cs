namespace MovieRec.Api.Outcomes;

/// <summary>Thrown if a dependency (storage, user pool) is unavailable after all retries; mapped to 503 <c>Unavailable</c>.</summary>
/// <param name="message">For the log: only the operation, never its data.</param>
public sealed class UnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
