namespace MovieRec.Lambda.RuntimeApi;

/// <summary>The Runtime API does not answer, or says that the container is beyond recovery: the process ends, and Lambda starts another.</summary>
internal sealed class RuntimeApiException(string message, Exception? innerException = null) : Exception(message, innerException);
