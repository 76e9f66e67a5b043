namespace MovieRec.Lambda.Logging;

/// <summary>The invocation that every line of the log is about: a function has one at a time.</summary>
internal sealed class CurrentInvocation
{
    /// <summary>The request's id as its caller sees it; null while the function starts.</summary>
    public string? RequestId { get; set; }

    public string? TraceId { get; set; }
}
