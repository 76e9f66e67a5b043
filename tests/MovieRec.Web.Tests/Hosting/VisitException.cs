namespace MovieRec.Web.Tests.Hosting;

/// <summary>Thrown when a test fails in the browser; describes the failure and the page.</summary>
public sealed class VisitException : Exception
{
    public VisitException()
    {
    }

    public VisitException(string message)
        : base(message)
    {
    }

    public VisitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
