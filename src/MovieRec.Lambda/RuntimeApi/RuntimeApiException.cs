namespace MovieRec.Lambda.RuntimeApi;

/// <summary>Thrown if the Runtime API does not respond, or reports that the container cannot recover.</summary>
/// <remarks>The process then ends, and Lambda starts another one.</remarks>
internal sealed class RuntimeApiException(string message, Exception? innerException = null) : Exception(message, innerException);
