using Amazon.CDK.AWS.CloudFront;
using Constructs;

namespace MovieRec.Infrastructure.Web;

/// <summary>
/// Answers the page's own addresses, such as <c>/title/movie/603</c>, with the page, by the local host's rule. Not by turning errors into
/// the page: a file that is missing stays missing, and does not come as HTML with 200.
/// </summary>
internal static class PageRouting
{
    /// <summary>Of the request's headers it looks at what browsers say of a navigation. CloudFront's JavaScript 2.0.</summary>
    private const string Code =
        """
        function header(request, name) {
          return request.headers[name] ? request.headers[name].value : '';
        }

        function handler(event) {
          var request = event.request;
          var path = request.uri;
          var mode = header(request, 'sec-fetch-mode');
          var navigation = (mode === '' || mode === 'navigate') && header(request, 'accept').toLowerCase().indexOf('text/html') >= 0;
          var file = path.slice(path.lastIndexOf('/') + 1).indexOf('.') >= 0 || path.indexOf('/assets/') === 0;
          if (navigation && !file) request.uri = '/index.html';
          return request;
        }
        """;

    /// <param name="scope">The stack.</param>
    /// <param name="name">Unique in the account, in all Regions.</param>
    public static FunctionAssociation Create(Construct scope, string name) => new()
    {
        EventType = FunctionEventType.VIEWER_REQUEST,
        Function = new Function(scope, "PageRouting", new FunctionProps
        {
            FunctionName = name,
            Runtime = FunctionRuntime.JS_2_0,
            Code = FunctionCode.FromInline(Code),
            Comment = "Answers the page's own addresses with the page",
        }),
    };
}
