namespace MovieRec.Api.Catalogues.Source;

/// <summary>Thrown if the source gave no usable response in time, after all retries.</summary>
/// <param name="message">The request and the response, without key, query or address.</param>
public sealed class SourceUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
