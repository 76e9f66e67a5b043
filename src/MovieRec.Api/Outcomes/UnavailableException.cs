namespace MovieRec.Api.Outcomes;

/// <summary>
/// A service behind a port (storage, user pool) did not answer in time, refused for its own reasons or answered nonsense, after all
/// retries. The edge answers 503 <c>Unavailable</c>: the caller may try again.
/// </summary>
/// <param name="message">For the log: the operation alone, never what was sent.</param>
public sealed class UnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
