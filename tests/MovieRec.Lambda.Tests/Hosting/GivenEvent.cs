using MovieRec.TestKit;

namespace MovieRec.Lambda.Tests.Hosting;

/// <summary>Event with the header fields that Lambda sends.</summary>
internal sealed record GivenEvent(string Json)
{
    private static readonly DateTimeOffset s_now = new ManualClock().GetUtcNow();

    public string? RequestId { get; init; } = "lambda-1";

    public string? TraceId { get; init; } = "Root=1-trace";

    /// <summary>Time until the deadline, from the clock's present time; null omits the field.</summary>
    public TimeSpan? TimeLeft { get; init; } = TimeSpan.FromSeconds(10);

    public string Fields =>
        (RequestId is null ? "" : $"Lambda-Runtime-Aws-Request-Id: {RequestId}\r\n")
        + (TraceId is null ? "" : $"Lambda-Runtime-Trace-Id: {TraceId}\r\n")
        + (TimeLeft is { } left ? $"Lambda-Runtime-Deadline-Ms: {(s_now + left).ToUnixTimeMilliseconds()}\r\n" : "")
        + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-west-1:1:function:any\r\n";
}
