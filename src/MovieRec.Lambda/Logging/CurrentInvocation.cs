namespace MovieRec.Lambda.Logging;

/// <summary>The invocation that every log line belongs to; a function has one at a time.</summary>
internal sealed class CurrentInvocation
{
    /// <summary>The request's id as the client sees it; null while the function starts.</summary>
    public string? RequestId { get; set; }

    public string? TraceId { get; set; }
}
