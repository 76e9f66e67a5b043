namespace MovieRec.Api.Catalogues.Source;

/// <summary>The source gave no usable answer in time, after all attempts.</summary>
/// <param name="message">What was asked for and what came, without key, query or address.</param>
public sealed class SourceUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
