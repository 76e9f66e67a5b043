namespace MovieRec.Lambda.Gateway;

/// <summary>An event that this function has no answer to. The message holds nothing of the event.</summary>
internal sealed class InvalidEventException(string message) : Exception(message);
