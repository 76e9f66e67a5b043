namespace MovieRec.Aws.Parameters;

/// <summary>A parameter cannot be read, and asking again does not mend it. The message is one sentence: which one, and what to do.</summary>
public sealed class ParameterException(string message) : Exception(message);
