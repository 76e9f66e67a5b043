namespace MovieRec.Lambda.Gateway;

/// <summary>Thrown for an event that this function does not handle; the message contains nothing of the event.</summary>
internal sealed class InvalidEventException(string message) : Exception(message);
