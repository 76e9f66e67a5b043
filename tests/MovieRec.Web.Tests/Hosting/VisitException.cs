namespace MovieRec.Web.Tests.Hosting;

/// <summary>A test failed in the browser: what failed, and what the page looked like.</summary>
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
